"""An invented police world with known truth. No such force, body, publisher, person or case exists."""
