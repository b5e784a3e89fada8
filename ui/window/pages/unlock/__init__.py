"""The unlock page: the passphrase, and the ways back in when it is forgotten or the store is damaged."""
