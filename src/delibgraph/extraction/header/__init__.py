"""What a record says of itself: body, dates, totals, officers, stamp, number, title and matter."""
