"""How many victims, accused, sentenced, protected: register by register, nothing added."""
