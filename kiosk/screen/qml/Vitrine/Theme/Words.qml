pragma ComponentBehavior: Bound
pragma Singleton

import QtQuick

// The theme's words in the scene's language, put in by kiosk/screen/look.py.
QtObject {
    property string tapHere
    property string takeAlong
    property string saved
    property string savedAgain
    property string savedLine
    property string claimLine
    property string standby
    property string standbyLine
    property string lowest30d
    property string unitPrice
    property string hintHoldLonger
    property string hintUseCode
    property string hintNothingToSave
    property string hintNotSaved
}
