"""Who enters, and how it is known that it is they: no page knows more than these functions say."""
