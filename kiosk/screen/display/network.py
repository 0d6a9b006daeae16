"""QML gets nothing from the network: whatever a file or an offer may name, it is not fetched."""

from PySide6.QtCore import QIODevice, QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlNetworkAccessManagerFactory

ALLOWED_SCHEMES = frozenset({"file", "qrc"})
NOWHERE = QUrl("refused:")
"""No protocol has this name, so that Qt itself answers with an error."""


class LocalAccess(QNetworkAccessManager):
    """Opens local files and refuses everything else."""

    def createRequest(  # noqa: N802  # Qt's own name
        self,
        op: QNetworkAccessManager.Operation,
        request: QNetworkRequest,
        outgoingData: QIODevice | None = None,  # noqa: N803  # Qt's own name
    ) -> QNetworkReply:
        """Called by Qt for each request of the QML engine."""
        if request.url().scheme() in ALLOWED_SCHEMES:
            return super().createRequest(op, request, outgoingData)
        return super().createRequest(op, QNetworkRequest(NOWHERE))


class LocalAccessFactory(QQmlNetworkAccessManagerFactory):
    """Makes the engine's access managers."""

    def create(self, parent: QObject) -> QNetworkAccessManager:
        """Called by Qt, on any thread."""
        return LocalAccess(parent)
