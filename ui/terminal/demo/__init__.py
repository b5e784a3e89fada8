"""The practice inspection, run from the provider's list to the published table through the real actions."""
