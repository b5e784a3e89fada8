"""A condition as an instrument file writes it: on one line, or as the values that TOML reads from it."""

from model.instruments.conditions import All, Condition, Is, Not


def condition_values(condition: Condition) -> dict[str, object]:
    """What TOML reads from the condition as it stands in an instrument file."""
    if isinstance(condition, Is):
        return {"question": condition.question, "is": list(condition.values)}
    if isinstance(condition, Not):
        return {"not": condition_values(condition.part)}
    word = "all" if isinstance(condition, All) else "any"
    return {word: [condition_values(part) for part in condition.parts]}


def notation(condition: Condition) -> str:
    """The condition as it stands in an instrument file, on one line."""
    if isinstance(condition, Is):
        values = ", ".join(f'"{value}"' for value in condition.values)
        return f'{{ question = "{condition.question}", is = [{values}] }}'
    if isinstance(condition, Not):
        return f"{{ not = {notation(condition.part)} }}"
    word = "all" if isinstance(condition, All) else "any"
    return f"{{ {word} = [{', '.join(notation(part) for part in condition.parts)}] }}"
