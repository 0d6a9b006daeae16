from kiosk.scanner.keyboards import list_keyboards

SAID = """\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
P: Phys=PNP0C0C/button/input0
H: Handlers=kbd event0
B: EV=3

I: Bus=0003 Vendor=0c2e Product=0b61 Version=0111
N: Name="Honeywell Scanner: 1450g"
H: Handlers=sysrq kbd event4 leds
B: EV=120013

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
H: Handlers=mouse0 event5
B: EV=17

"""


def test_what_types_is_told_by_its_name_and_a_button_and_a_mouse_do_not() -> None:
    assert list_keyboards(SAID) == ["Honeywell Scanner: 1450g"]


def test_whatever_the_kernel_says_is_answered() -> None:
    assert list_keyboards("") == []
    assert list_keyboards("\n\nN: Name\nH\n\n: : :\n") == []
