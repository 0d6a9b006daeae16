pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Vitrine.Theme

// The sign on a control, drawn in the one line weight of the theme. `path` is SVG's, in 24 units each way.
Shape {
    id: root

    required property string path
    required property color ink
    property real weight: Math.min(Tokens.stroke, width / 9)

    height: width

    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.weight
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(root.width / 24, root.width / 24)

        PathSvg {
            path: root.path
        }
    }
}
