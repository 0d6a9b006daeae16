pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// How what stands at the foot of a scene makes room for each other: the price, the code and a reader below.
Item {
    id: root

    required property CodeCard card
    required property TapPlace tab
    required property bool touched // then an invitation stands in the lower margin, in the middle

    readonly property bool shared: tab.visible && tab.below
    readonly property real least: Math.min(Plan.foot.bottom, tab.y - Tokens.step * 2)
    readonly property real lift: touched && Plan.centred && !tab.below ? Tokens.step * 4 : 0 // for a comma's tail, which would reach into it
    readonly property real rest: shared && tab.x < Plan.foot.right ? least : Plan.foot.bottom - lift
    readonly property real codeX: Math.round(Plan.code.x - card.width * Plan.codePivot)
    readonly property real codeY: (shared && tab.x < codeX + card.width && codeX < tab.x + tab.width ? least : Plan.code.y) - card.height
    readonly property real room: card.visible && Plan.codePlace === "beside" ? codeX - Tokens.step * (Plan.plated ? 8 : 3) - Plan.foot.x : Plan.foot.width
    readonly property real level: Plan.codePlace === "below" && card.visible ? codeY - Tokens.step * 5 : rest
}
