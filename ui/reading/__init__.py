"""What is recorded, read from the store as values of the model. Actions and presenters both read here."""
