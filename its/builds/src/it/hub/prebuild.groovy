import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub

def revision = '544f204f2eaa2d71361ffc74d6df7170285b286a'
def model = Content.seeded(1, 30_000_000)
def hub = StandInHub.start()
hub.repository('second-state/All-MiniLM-L6-v2-Embedding-GGUF')
    .commit(revision)
    .largeFile('model.onnx', model)

// What is locked goes before the catalog: these are not the bytes of the real model.
new File(basedir, 'models.lock').text = """\
version = 1

[minilm]
variant = "onnx-fp32"
source = "hf:second-state/All-MiniLM-L6-v2-Embedding-GGUF"
revision = "${revision}"
dimensions = 384
licence = "Apache-2.0"
integrity = "catalog"

[[minilm.files]]
role = "model"
path = "model.onnx"
sha256 = "${model.sha256()}"
size = ${model.length()}
"""

def trustStore = new File(basedir, 'trust.p12')
hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
context.get('userProperties').putAll([
    'models.endpoint': hub.endpoint(),
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])
context.put('hub', hub)
return true
