pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// What surrounds an offer while somebody browses: the arrows beside it, the controls below it, one question at a time.
Item {
    id: root

    required property StageView stage
    required property Page page

    readonly property Touch touch: stage.touch
    readonly property real middle: page.y + page.height * page.least / 2

    // Without a picture it needs no picture's shape, and takes all that the controls leave.
    Loader {
        x: root.page.side + root.page.slip
        y: root.page.headroom
        width: root.width - root.page.side * 2
        height: root.height - root.page.bar - y
        active: root.touch.larger

        sourceComponent: LargePage {
            view: root.stage.offering
            picture: root.stage.picture
            side: root.stage.side
            zoom: root.touch.zoom
            scaled: root.page.least
            foot: edge / 2 // nothing invites while somebody browses
        }
    }

    TouchButton {
        x: root.page.gap
        y: root.middle - height / 2
        width: root.page.unit * 12
        height: root.page.unit * 24
        visible: !root.touch.lower
        path: "M15 4 L7 12 L15 20"
        text: ""
        Accessible.name: Words.previous
        onChosen: root.touch.ask("previous")
    }

    TouchButton {
        id: next

        x: root.width - root.page.gap - width
        y: root.middle - height / 2
        width: root.page.unit * 12
        height: root.page.unit * 24
        visible: !root.touch.lower
        path: "M9 4 L17 12 L9 20"
        text: ""
        Accessible.name: Words.next
        onChosen: root.touch.ask("next")
    }

    Rectangle {
        x: next.x + next.width - width
        y: next.y + next.height + root.page.gap
        width: Math.max(next.width, place.implicitWidth + Tokens.step * 3)
        height: place.implicitHeight + Tokens.step
        radius: height / 2
        color: Tokens.card

        Line {
            id: place

            anchors.centerIn: parent
            text: root.touch.place
            size: Tokens.label * (root.touch.larger ? 1.2 : 1)
            lineHeight: 1
            color: Tokens.ink
        }
    }

    Veil {
        y: root.page.y
        width: root.width
        height: bar.y - y
        visible: root.touch.ending
    }

    ControlBar {
        id: bar

        x: root.page.gap * 2
        y: root.height - height - root.page.gap
        touch: root.touch
        room: root.width - root.page.gap * 4
        tall: root.page.target
        count: root.page.controls
        rows: root.page.rows
    }

    Loader {
        x: (root.width - width) / 2
        y: root.middle - height / 2
        active: root.touch.ending

        sourceComponent: StillThere {
            parent: root
            x: (root.width - width) / 2
            y: Plan.abreast ? Math.max(half, Math.min(root.middle, bar.y - half)) - height / 2 : root.page.y
            touch: root.touch
            tall: root.page.target
            room: Qt.size(Plan.abreast ? root.width - root.page.side * 2 : root.page.width * root.page.least, bar.y)
        }
    }
}
