pragma ComponentBehavior: Bound

import QtQuick

// A price in one line: large whole units, then cents and currency `small` and raised beside them.
Row {
    id: root

    required property string before
    required property string major
    required property string end
    required property real size // of the whole units
    required property color color
    property real small: 0.5

    visible: major !== ""

    Figures {
        text: root.before
        size: root.size * root.small
        color: root.color
    }

    Figures {
        text: root.major
        size: root.size
        color: root.color
    }

    Figures {
        text: root.end
        size: root.size * root.small
        color: root.color
    }
}
