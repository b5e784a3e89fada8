"""The team: who is in it, inviting people, taking their cards, and what each card is worth."""
