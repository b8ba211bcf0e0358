"""`spanveil ...`: one thin module per verb."""
