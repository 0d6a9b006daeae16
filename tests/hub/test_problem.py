from kiosk.hub.problem import Problem


def test_what_a_problem_says_when_it_is_printed_is_its_detail() -> None:
    problem = Problem(404, "not_found", "There is no such offer.")

    assert str(problem) == "There is no such offer."
    assert problem.headers is None
