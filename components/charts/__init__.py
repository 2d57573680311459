"""The charts of the board: one module declares each; `registry` holds them all by slug."""
