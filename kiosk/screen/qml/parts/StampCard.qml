pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Her stamp card, laid on the print as soon as it is known: its stamps fall one after the other, and the place of the
// next one beckons where the glass says where that waits.
Rectangle {
    id: root

    required property SceneView view
    required property real room
    required property real zoom

    readonly property list<real> tilts: [-11, 8, -6, 12] // degrees
    readonly property real gap: Tokens.step * 1.5
    readonly property real mark: Math.min(Tokens.step * 6, (room - gap * 3) / view.stampsOf - gap)
    readonly property int stamps: view.stamps

    property real fallen: 0

    function fall(): void {
        arrival.stop();
        fallen = Tokens.tickMs > 0 ? 0 : stamps;
        if (Tokens.tickMs > 0)
            arrival.start();
    }

    width: Math.min(room, Math.max(marks.width, line.visible ? line.width : 0) + gap * 4)
    height: marks.height + (line.visible ? line.height + gap * 3 : gap * 2)
    radius: Tokens.radius / 2
    rotation: -3
    antialiasing: true
    color: Tokens.card
    border {
        color: Tokens.ink
        width: Math.max(1, Tokens.stroke / 4)
    }

    Component.onCompleted: fall()
    onStampsChanged: fall()

    SequentialAnimation {
        id: arrival

        NumberAnimation {
            target: root
            property: "opacity"
            from: 0
            to: 1
            duration: Tokens.settleMs
        }

        NumberAnimation {
            target: root
            property: "fallen"
            to: root.stamps
            duration: Tokens.tickMs * root.stamps
        }
    }

    Row {
        id: marks

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.gap
        spacing: root.gap

        Repeater {
            model: root.view.stampsOf

            Rectangle {
                id: place

                required property int index

                readonly property bool waits: root.view.nextStamp !== "" && index === root.stamps && Tokens.tickMs > 0

                width: root.mark
                height: width
                radius: Math.min(width / 2, Tokens.radius * 1.6)
                color: "transparent"
                border {
                    color: Tokens.ink
                    width: Math.max(1, Tokens.stroke / 3)
                }

                SequentialAnimation on scale {
                    running: place.waits
                    loops: Animation.Infinite

                    NumberAnimation {
                        to: 1.15
                        duration: Tokens.settleMs * 2
                        easing.type: Easing.InOutSine
                    }

                    NumberAnimation {
                        to: 1
                        duration: Tokens.settleMs * 2
                        easing.type: Easing.InOutSine
                    }
                }

                StampMark {
                    anchors.fill: parent
                    radius: place.radius
                    fallen: Math.max(0, Math.min(1, root.fallen - place.index))
                    tilt: root.tilts[place.index % root.tilts.length]
                }
            }
        }
    }

    Line {
        id: line

        anchors.horizontalCenter: parent.horizontalCenter
        y: marks.y + marks.height + root.gap
        width: Math.min(implicitWidth, root.room - root.gap * 2)
        visible: !Plan.abreast // a strip's print is too small for words on it
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        text: root.view.stampsLine
        size: Math.min(Tokens.label * 0.85 * root.zoom, root.room * 0.1)
        strong: true
        lineHeight: 1
        color: Tokens.ink
    }
}
