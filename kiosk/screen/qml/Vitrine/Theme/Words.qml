pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick

// The theme's words in the scene's language, put in by kiosk/screen/theme/look.py.
//
// An Item, though nothing of it is seen: to hand a bare QtObject to Python, PySide loads every type that Qt has, which
// takes longer than all the QML.
Item {
    property string tapHere
    property string takeAlong
    property string claimLine
    property string touchHere
    property string previous
    property string next
    property string otherLanguage
    property string larger
    property string lower
    property string read
    property string advisor
    property string leave
    property string stillThere
    property string stillThereLine
    property string stay
    property string staySaved
}
