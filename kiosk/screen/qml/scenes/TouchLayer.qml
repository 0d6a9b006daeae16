pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// Where the glass is touched: the whole of it begins, a swipe turns the page, and the same is to be had by keys. F1, which
// a button beside the glass may press, reads aloud for whoever cannot see where the control for it is.
MouseArea {
    id: root

    required property StageView stage
    required property Page page
    required property HintStrip strip

    readonly property Touch touch: stage.touch
    readonly property bool active: touch.active
    readonly property bool isSaved: stage.scene === "saved"
    readonly property bool invites: !active && (stage.scene === "attract" || stage.scene === "offering")

    readonly property Item keyed: Window.activeFocusItem

    property real grip: 0
    property int way: 0

    function turn(to: string): void {
        way = to === "next" ? 1 : to === "previous" ? -1 : 0;
        touch.ask(to);
    }

    focus: true
    onActiveChanged: forceActiveFocus()
    onKeyedChanged: touch.name(keyed ? keyed.Accessible.name : "")

    onPressed: mouse => grip = mouse.x
    onPositionChanged: mouse => {
        if (active)
            page.slip = mouse.x - grip;
    }
    onReleased: mouse => {
        const far = active && Math.abs(mouse.x - grip) > width / 12;
        page.slip = 0;
        turn(far ? (mouse.x < grip ? "next" : "previous") : isSaved ? "stay" : "browse");
    }
    onCanceled: page.slip = 0

    Keys.onLeftPressed: turn("previous")
    Keys.onRightPressed: turn("next")
    Keys.onReturnPressed: turn(isSaved ? "stay" : "browse")
    Keys.onEnterPressed: turn(isSaved ? "stay" : "browse")
    Keys.onSpacePressed: turn(isSaved ? "stay" : "browse")
    Keys.onEscapePressed: turn("leave")
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F1 && touch.speaks)
            turn("read");
    }

    Connections {
        target: root.active ? root.stage.offering : null

        function onArrived(): void {
            if (Tokens.settleMs > 0 && root.way !== 0)
                slide.restart();
        }
    }

    NumberAnimation {
        id: slide

        target: root.page
        property: "slip"
        from: root.way * root.width / 4
        to: 0
        duration: Tokens.settleMs
        easing.type: Easing.OutCubic
    }

    Loader {
        anchors.fill: parent
        active: root.touch.larger && root.stage.scene === "offering" && !root.active

        sourceComponent: LargePage {
            view: root.stage.offering
            picture: root.stage.picture
            side: root.stage.side
            zoom: root.touch.zoom
            brow: root.strip.brow
        }
    }

    Invitation {
        readonly property bool evades: root.stage.side === "below" // the reader's tab, in the middle of the foot
        readonly property bool aside: Plan.abreast && (evades || (root.stage.scene === "offering" && !root.touch.larger)) // below the text, for a code and a price may be anywhere else
        readonly property bool framed: Plan.framed && !Plan.centred && !Plan.abreast && root.width > root.height && !root.touch.larger // below the words, clear of the picture's edge

        x: aside ? Plan.head.x : framed ? Plan.foot.x : (root.width - width) / 2
        y: evades && !Plan.abreast ? Tokens.step : root.height - height - Tokens.step
        visible: root.invites
        zoom: root.touch.larger ? root.touch.zoom : 1
    }

    Loader {
        anchors.fill: parent
        active: root.active

        sourceComponent: BrowsingScene {
            stage: root.stage
            page: root.page
        }
    }

    SavedKeys {
        visible: root.isSaved
        touch: root.touch
        onChosen: wish => root.turn(wish)
    }
}
