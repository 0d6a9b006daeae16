pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Vitrine.Theme

// A tick that draws itself.
Shape {
    id: root

    required property color ink

    property real drawn: 1

    readonly property real unit: width / 24
    readonly property real weight: unit * 1.9
    readonly property real path: unit * 26

    function draw(): void {
        drawn = Tokens.tickMs > 0 ? 0.15 : 1;
        if (Tokens.tickMs > 0)
            stroke.start();
    }

    height: width

    NumberAnimation {
        id: stroke

        target: root
        property: "drawn"
        to: 1
        duration: Tokens.tickMs
        easing.type: Easing.OutCubic
    }

    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.weight
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        strokeStyle: root.drawn < 1 ? ShapePath.DashLine : ShapePath.SolidLine
        dashPattern: [root.path * root.drawn / root.weight, root.path / root.weight]

        startX: root.unit * 3.5
        startY: root.unit * 12.5

        PathLine {
            x: root.unit * 9.5
            y: root.unit * 18.5
        }

        PathLine {
            x: root.unit * 21
            y: root.unit * 6.5
        }
    }
}
