pragma ComponentBehavior: Bound

import QtQuick

// The picture behind everything. Two slides take turns; the lower one stays until the upper one covers it,
// so that what lies behind them is never seen.
Item {
    id: root

    required property string picture
    required property int fade
    required property real seconds

    property bool turned: false

    function turnTo(next: Slide, last: Slide): void {
        last.settle();
        last.z = 0;
        next.z = 1;
        next.enter(root.picture, root.fade, root.seconds);
    }

    onPictureChanged: {
        turned = !turned;
        turnTo(turned ? second : first, turned ? first : second);
    }

    Slide {
        id: first

        anchors.fill: parent
        source: root.picture
        visible: !second.covers
    }

    Slide {
        id: second

        anchors.fill: parent
        opacity: 0
        visible: opacity > 0 && !(first.z > z && first.covers)
    }
}
