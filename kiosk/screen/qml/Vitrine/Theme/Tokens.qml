pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick

// The theme's tokens, put in by kiosk/screen/theme/look.py before the first frame; their meaning stands in
// kiosk/theming/manifest.py. Colours, pixels of this display, milliseconds.
//
// An Item, though nothing of it is seen: to hand a bare QtObject to Python, PySide loads every type that Qt has, which
// takes longer than all the QML.
Item {
    property color ink
    property color lightInk
    property color ground
    property color card
    property color wash
    property color washInk
    property color pulse
    property color hint
    property color hintInk
    property color plate
    property color figures
    property color band
    property color bandInk

    property string displayFamily
    property string textFamily
    property string figuresFamily
    property int displayWeight
    property int strongWeight
    property int textWeight
    property real leading
    property real tight

    property real headline
    property real title
    property real price
    property real lead
    property real label
    property real legal

    property real margin
    property real step
    property real code
    property real tab
    property real radius
    property real stroke

    property string bar
    property string ticker

    property string transition
    property int crossfadeMs
    property int settleMs
    property int washMs
    property int tickMs
    property int pulseMs
    property int pulseEveryMs
    property real zoomPercentPerS
    property real scrollPxPerS
}
