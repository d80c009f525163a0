"""Rules about questions and sets: each a function from prepared questions to notices."""
