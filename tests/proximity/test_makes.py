from kiosk.proximity.makes import ALL_MAKES, list_usual_topics


def test_a_make_is_named_by_what_the_settings_call_it() -> None:
    assert list_usual_topics("tasmota") == ("tele/+/SENSOR",)
    assert set(list_usual_topics("tasmota")) < set(list_usual_topics(ALL_MAKES))
    assert list_usual_topics("shop/gateways") == ()


def test_of_all_makes_each_topic_is_named_once() -> None:
    topics = list_usual_topics(ALL_MAKES)

    assert len(set(topics)) == len(topics)
    assert not any("any-zone" in topic for topic in topics)
