"""Instruments and programmes as data: what is asked, when it applies, and what the answers add up to."""
