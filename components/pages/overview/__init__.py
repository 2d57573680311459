"""Panorama: the state of the policy in one screen."""
