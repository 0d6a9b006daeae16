pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The picture behind everything. Two slides take turns; the lower one stays until the upper one covers it,
// so that what lies behind them is never seen. The loop fades; an offer is there at once.
Item {
    id: root

    required property StageView stage

    readonly property string picture: stage.picture
    property bool turned: false

    function turnTo(next: Slide, last: Slide): void {
        last.settle();
        const fades = stage.fades && last.status === Image.Ready; // the first picture has nothing to fade from
        next.enter(picture, stage.clip, fades ? Tokens.crossfadeMs : 0, stage.seconds);
        last.z = 0; // after that, or for a moment the next one would cover the last one
        next.z = 1;
    }

    onPictureChanged: {
        turned = !turned;
        turnTo(turned ? second : first, turned ? first : second);
    }

    Slide {
        id: first

        width: parent.width
        height: parent.height
        picture: root.picture
        visible: !second.covers
    }

    Slide {
        id: second

        width: parent.width
        height: parent.height
        opacity: 0
        visible: opacity > 0 && !(first.z > z && first.covers)
    }
}
