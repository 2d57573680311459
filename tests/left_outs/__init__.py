"""Every figure of the five documents stands in a table that cites it, or among the left-outs."""
