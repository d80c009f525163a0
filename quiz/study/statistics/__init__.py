"""What the history says: a module a page, its figures, and beside it how they are told in lines."""
