"""The nouns of a record: frozen values and their codec. Imports nothing but `onrecord.errors` and msgspec."""
