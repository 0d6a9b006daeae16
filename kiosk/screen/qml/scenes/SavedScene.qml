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
    readonly property real zoom: stage.touch.larger ? stage.touch.zoom : 1
    readonly property int alignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft

    readonly property rect words: zoom > 1 ? Plan.largerSaved : Plan.saved
    readonly property rect claim: zoom > 1 ? Plan.largerClaim : Plan.claim
    readonly property point middle: zoom > 1 ? Plan.largerKept : Plan.kept

    // Words, tick and code end level with the print where that stands beside them.
    readonly property real upper: Plan.stacked ? words.y : kept.y
    readonly property real lower: Plan.stacked ? claim.bottom : kept.y + kept.height

    // What the words end above: the code, the print, or neither.
    readonly property bool coded: code.visible && (Plan.codePlace === "below" || !(Plan.captioned || Plan.abreast || Plan.stacked))
    readonly property real floor: coded ? code.y : Plan.stacked && !Plan.centred ? kept.y : words.bottom

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

        x: Plan.centred ? root.words.x + (root.words.width - width) / 2 : root.words.x - unit * 2
        y: root.upper - unit * 6
        width: Plan.tick / root.zoom
        visible: root.reached
        ink: Tokens.washInk
    }

    Headline {
        id: headline

        x: root.words.x
        y: tick.y + tick.unit * 20 + Tokens.step * 4
        width: root.words.width
        visible: root.reached
        horizontalAlignment: root.alignment
        lines: Plan.stacked || Plan.abreast ? 1 : 2
        text: root.view.again ? Words.savedAgain : Words.saved
        size: Tokens.headline
        color: Tokens.washInk
    }

    Line {
        id: line

        x: root.words.x
        y: headline.y + headline.contentHeight + Tokens.step * 3
        width: root.words.width
        height: root.floor - Tokens.step * 2 - y
        visible: root.reached
        horizontalAlignment: root.alignment
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        lineHeight: root.zoom > 1 ? 1.1 : Tokens.leading
        text: root.view.wayLine || Words.savedLine
        size: Tokens.lead * root.zoom
        color: Tokens.washInk
    }

    CodeCard {
        id: code

        x: root.claim.x + (Plan.captioned ? Math.round((root.claim.width - width) / 2) : 0)
        y: Math.round(root.lower - height)
        code: root.view.code
        text: Plan.captioned ? Words.claimLine : ""
        zoom: root.zoom
    }

    Line {
        anchors {
            left: code.right
            leftMargin: Tokens.step * 5
            verticalCenter: code.verticalCenter
        }
        width: root.claim.width - code.width - Tokens.step * 5
        height: code.height
        visible: code.visible && !Plan.captioned
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        lineHeight: root.zoom > 1 ? 1.1 : Tokens.leading
        text: Words.claimLine
        size: Tokens.lead * root.zoom
        strong: true
        color: Tokens.washInk
    }

    KeptCard {
        id: kept

        x: Math.round(root.middle.x - width / 2)
        y: Math.round(root.middle.y - height / 2)
        cut: root.zoom > 1 ? Plan.largerCut : Plan.cut
        picture: root.stage.picture
        visible: !root.view.bare
        title: root.view.title
    }

    Loader {
        readonly property bool aside: Plan.centred && root.width > root.height // its print stands alone, and would be covered

        x: root.view.bare ? root.middle.x - width / 2 : kept.x + kept.width + (aside ? -Tokens.step * 6 : Tokens.step - width) // as if it were stuck on
        y: root.view.bare ? root.middle.y - height / 2 : kept.y
        active: root.shown && root.view.stampsOf > 0 // it is told late, or not at all

        Component.onCompleted: setSource("../parts/StampCard.qml", {
            view: root.view,
            room: Qt.binding(() => kept.width * 0.8),
            zoom: Qt.binding(() => root.zoom)
        })
    }
}
