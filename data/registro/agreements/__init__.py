"""What the sessions of the Comisión agreed: written, corrected, followed up, confirmed."""
