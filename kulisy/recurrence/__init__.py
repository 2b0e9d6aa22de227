"""When something repeats: rules, the dates they give, and the sentence that says them back.

Pure: no database, no request, no clock. Use it through ``recurrence.api``.
"""
