pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// What the disc of the brand's still bears where an offer, or an article that was scanned, has no picture: cut out of it.
TouchSign {
    required property string sign // `offer`, `article`, `unknown`, or empty

    x: Plan.sun.x + (Plan.sun.width - width) / 2
    y: Plan.sun.y + (Plan.sun.height - height) / 2
    width: Math.min(Plan.sun.width, Plan.sun.height) * 0.38
    visible: sign !== "" && width > 0
    ink: Tokens.ground
    weight: width / 18
    path: sign === "offer" ? "M3 11 V3 H11 L21.5 13.5 L13.5 21.5 Z M8 6.8 A1.2 1.2 0 1 0 8.1 6.8" : sign === "article" ? "M2.5 4 V20 M6 4 V20 M9.5 4 V20 M14 4 V20 M17.5 4 V20 M21.5 4 V20" : "M7.5 8 A4.5 4.5 0 1 1 13.8 12.1 Q12 13 12 15.5 M12 20 V20.5"
}
