pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Vitrine.Theme

// A card and the waves of the reader, drawn in one line weight; the card nods towards the reader now and then.
// Drawn for a reader on the right, in units; turned for the others.
Item {
    id: root

    required property string side
    required property bool pulsing

    property real beat: 1

    readonly property bool below: side === "below"
    readonly property real unit: Tokens.tab * (below ? 0.028 : 0.035)
    readonly property real span: unit * 22
    readonly property real rise: unit * 14

    width: below ? rise : span
    height: below ? span : rise

    Timer {
        interval: Tokens.pulseEveryMs
        running: root.pulsing && Tokens.pulseMs > 0
        repeat: true
        onTriggered: pulse.restart()
    }

    NumberAnimation on beat {
        id: pulse

        running: false
        from: 0
        to: 1
        duration: Tokens.pulseMs
        easing.type: Easing.OutCubic
    }

    Item {
        anchors.centerIn: parent
        width: root.span
        height: root.rise
        rotation: root.side === "left" ? 180 : root.below ? 90 : 0

        Rectangle {
            x: root.unit * (1 + 2 * Math.sin(root.beat * Math.PI))
            y: 0
            width: root.unit * 10
            height: root.unit * 14
            radius: root.unit * 1.6
            color: "transparent"
            border {
                color: Tokens.hintInk
                width: Tokens.stroke
            }
        }

        Repeater {
            model: 3

            Shape {
                id: wave

                required property int index

                anchors.fill: parent
                opacity: Math.min(1, Math.max(0, root.beat * 4 - index))
                preferredRendererType: Shape.CurveRenderer

                ShapePath {
                    strokeColor: Tokens.pulse
                    strokeWidth: Tokens.stroke
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap

                    PathAngleArc {
                        centerX: root.unit * 10.5
                        centerY: root.unit * 7
                        radiusX: root.unit * (4 + 3.4 * wave.index)
                        radiusY: radiusX
                        startAngle: -38
                        sweepAngle: 76
                    }
                }
            }
        }
    }
}
