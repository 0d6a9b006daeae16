pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick

// Where things stand on this glass, put in by kiosk/screen/theme/look.py; the meaning of each stands in
// kiosk/screen/layout/plan.py.
//
// An Item for the reason that Tokens.qml gives.
Item {
    property rect product
    property rect sun
    property rect head
    property rect foot
    property point code
    property rect saved
    property rect claim
    property point kept
    property size cut
    property real tick
    property real unit
    property rect keys
    property rect largerKeys
    property rect touchedSaved
    property rect touchedClaim
    property point touchedKept
    property size touchedCut
    property real codePivot
    property string codePlace
    property real above
    property real below
    property real typeRoom
    property bool centred
    property bool stacked
    property bool captioned
    property bool abreast
    property bool framed
    property bool plated
}
