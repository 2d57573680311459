"""What was approved becomes public: one folder of tables, changed in one moment or not at all."""
