"""Where things are: codes, names, eras and shapes of the distritos fiscales and departments."""
