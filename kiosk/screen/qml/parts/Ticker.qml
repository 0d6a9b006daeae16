pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// Texts that pass, or, where nothing shall move, stand still one line after the other.
Item {
    id: root

    required property TickerView view

    readonly property bool moves: Tokens.scrollPxPerS > 0
    readonly property int lapMs: visible && moves ? row.period / Tokens.scrollPxPerS * 1000 : 0

    clip: true
    onLapMsChanged: {
        pass.stop();
        pass.to = row.period;
        pass.duration = lapMs;
        if (lapMs > 0)
            pass.start();
    }

    NumberAnimation {
        id: pass

        target: row
        property: "passed"
        from: 0
        loops: Animation.Infinite
    }

    TextMetrics {
        id: belt

        text: root.view.belt
        font {
            family: Tokens.textFamily
            weight: Tokens.textWeight
            pixelSize: Tokens.label
        }
    }

    Row {
        id: row

        readonly property real period: Math.ceil(belt.advanceWidth)

        property real passed: 0

        x: -Math.round(passed)
        height: parent.height
        visible: root.moves

        Repeater {
            model: row.period > 0 ? Math.ceil(root.width / row.period) + 1 : 0

            Line {
                width: row.period
                height: row.height
                verticalAlignment: Text.AlignVCenter
                text: belt.text
                size: Tokens.label
                lineHeight: 1
                wrapMode: Text.NoWrap
                color: Tokens.bandInk
            }
        }
    }

    Line {
        id: lines

        property int page: 0

        y: (root.height - belt.height) / 2 - page * root.height
        width: root.width
        visible: !root.moves
        text: root.view.pages
        size: Tokens.label
        lineHeight: root.height
        lineHeightMode: Text.FixedHeight
        color: Tokens.bandInk
        onTextChanged: page = 0
    }

    Fade {
        height: parent.height
        visible: root.moves
    }

    Fade {
        anchors.right: parent.right
        height: parent.height
        visible: root.moves
        rotation: 180
    }

    Timer {
        interval: root.view.pageMs
        running: lines.visible && root.visible && lines.lineCount > 1
        repeat: true
        onTriggered: lines.page = (lines.page + 1) % lines.lineCount
    }
}
