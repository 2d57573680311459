"""The rules of calculation of the contract, section 4, and nothing else."""
