pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The band at an edge of the glass, `top` or `bottom`: the bar, the ticker, or between the bar's ends the ticker.
Rectangle {
    id: root

    required property StageView stage
    required property Clock clock
    required property string edge

    color: Tokens.band

    Bar {
        id: bar

        anchors.fill: parent
        visible: Tokens.bar === root.edge
        name: root.stage.brand
        time: root.clock.time
    }

    Ticker {
        x: bar.visible ? bar.begin : Tokens.margin
        width: (bar.visible ? bar.end : parent.width - Tokens.margin) - x
        height: parent.height
        visible: Tokens.ticker === root.edge
        view: root.stage.ticker
    }
}
