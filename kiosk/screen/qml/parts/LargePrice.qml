pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// A price for whoever sees little, with all that belongs to it: its figures as large as they are wanted, unless they
// would be wider than it; the small print smaller where it would not fit into `room`, though no smaller than usually.
Column {
    id: root

    required property SceneView view
    required property real wanted
    required property real zoom
    required property real room
    property real beside: 0 // of its width, what stands beside its figures and above its small print

    readonly property alias aside: was.width // what it was before, and by how much it was reduced
    readonly property alias line: upper.height
    readonly property real ems: measure(price.small)
    readonly property real least: measure(0.4) // as tight as prices usually are set
    readonly property real share: Math.min(wanted, upper.width / Math.max(1, ems)) / Tokens.price // of the usual size

    // Anew once the face is known.
    function measure(small: real): real {
        return usual.height > 0 ? (usual.advanceWidth(view.major) + usual.advanceWidth(view.before + view.minor) * small) / Tokens.price : 1;
    }

    spacing: Tokens.step * (Plan.abreast ? 0.5 : 2)

    FontMetrics {
        id: usual

        font {
            family: Tokens.figuresFamily
            weight: Tokens.strongWeight
            pixelSize: Tokens.price
            features: {
                "lnum": 1
            }
        }
    }

    Flow {
        id: upper

        width: root.width - root.beside
        leftPadding: Plan.centred ? Math.max(0, (width - (was.beside ? price.width + spacing + was.width : Math.max(price.width, was.width))) / 2) : 0
        spacing: Tokens.step * (Plan.abreast ? 2 : 5)

        FiguresRow {
            id: price

            bottomPadding: Tokens.price * root.share * 0.2 // a comma reaches below its line
            before: root.view.before
            major: root.view.major
            end: root.view.minor
            size: Tokens.price * root.share
            color: Tokens.ink
            small: 0.55
        }

        Row {
            id: was

            readonly property bool beside: root.view.struck !== "" && price.width + upper.spacing + width <= upper.width
            readonly property real share: Plan.abreast ? 1.15 : root.zoom
            readonly property real tall: beside && !Plan.abreast ? Math.min(price.height, struck.implicitHeight * 1.6) : struck.implicitHeight

            leftPadding: Plan.abreast ? Tokens.step : 0
            spacing: Tokens.step * 2

            Line {
                id: struck

                height: was.tall
                verticalAlignment: Text.AlignBottom
                text: root.view.struck
                size: Tokens.lead * was.share
                font.strikeout: true
                lineHeight: 1
                color: Tokens.ink
            }

            Line {
                height: was.tall
                verticalAlignment: Text.AlignBottom
                text: root.view.percent
                size: Tokens.lead * was.share
                strong: true
                lineHeight: 1
                color: Tokens.ink
            }
        }
    }

    Item {
        width: root.width
        height: fine.visible ? Math.min(fine.contentHeight, Math.max(fine.height, Tokens.legal * 3.6)) : 0 // or it would push the price off the glass
        clip: height < fine.contentHeight

        Line {
            id: fine

            width: root.width
            horizontalAlignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft
            height: Math.max(1, root.room - upper.height - root.spacing)
            fontSizeMode: Text.Fit
            minimumPixelSize: Tokens.legal
            lineHeight: 1.1
            text: root.view.fine
            size: Tokens.legal * root.zoom
            color: Tokens.ink
        }
    }
}
