"""What each printed document says: frozen values, and the functions that build them from what is recorded."""
