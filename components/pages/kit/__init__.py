"""The kit: what another page pastes to show a chart."""
