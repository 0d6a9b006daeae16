pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The moment of keeping: a wash of colour from the reader's edge, a tick, the kept picture, the way to the phone.
Item {
    id: root

    required property StageView stage
    required property bool shown

    readonly property SceneView view: stage.saved
    readonly property bool upright: height > width

    // Words and tick wait until the wash has reached them: on the picture they might not read.
    readonly property bool reached: spread > 0.6

    property real spread: 0

    visible: shown

    onShownChanged: {
        if (shown) {
            flood.restart();
            tick.draw();
            kept.settle();
        }
    }

    NumberAnimation on spread {
        id: flood

        running: false
        from: 0.3
        to: 1
        duration: Tokens.washMs
        easing.type: Easing.OutCubic
    }

    Rectangle {
        readonly property bool flows: root.stage.side === "below"

        x: root.stage.side === "right" ? root.width - width : 0
        y: root.height - height
        width: flows ? root.width : Math.ceil(root.width * root.spread)
        height: flows ? Math.ceil(root.height * root.spread) : root.height
        color: Tokens.wash
    }

    Tick {
        id: tick

        x: Plan.saved.x - unit * 2
        y: Plan.saved.y - unit * 6
        width: Tokens.headline * 1.6
        visible: root.reached
        ink: Tokens.washInk
    }

    Headline {
        id: headline

        x: Plan.saved.x
        y: tick.y + tick.unit * 20 + Tokens.step * 4
        width: Plan.saved.width
        visible: root.reached
        lines: root.upright ? 1 : 2
        text: root.view.again ? Words.savedAgain : Words.saved
        size: Tokens.headline
        color: Tokens.washInk
    }

    Line {
        id: line

        x: Plan.saved.x
        y: headline.y + headline.contentHeight + Tokens.step * 3
        width: Plan.saved.width
        visible: root.reached
        text: Words.savedLine
        size: Tokens.lead
        color: Tokens.washInk
    }

    CodeCard {
        id: code

        x: Plan.claim.x
        y: Plan.claim.bottom - height
        code: root.view.code
        text: ""
    }

    Line {
        anchors {
            left: code.right
            leftMargin: Tokens.step * 5
            verticalCenter: code.verticalCenter
        }
        width: Plan.claim.width - code.width - Tokens.step * 5
        visible: code.visible
        text: Words.claimLine
        size: Tokens.lead
        strong: true
        color: Tokens.washInk
    }

    KeptCard {
        id: kept

        x: Plan.keptX - width / 2
        y: root.upright ? (line.y + line.height + root.height - Tokens.margin - Tokens.code - height) / 2 : (root.height - height) / 2
        picture: root.stage.picture
        visible: !root.view.bare
        title: root.view.title
    }
}
