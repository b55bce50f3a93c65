import dev.larder.testkit.tls.CertificateAuthority
import dev.larder.testkit.tls.InterceptingProxy

def standIn = evaluate(new File(sharedScripts, 'stand-in-hub.groovy'))(model: 'minilm', size: 1_000_000)
standIn.lockIn(basedir)

def company = CertificateAuthority.named('Acme')
def proxy = InterceptingProxy.start(company, standIn.hub.tls())
company.trust().writeTrustStore(new File(basedir, 'trust.p12').toPath(), 'changeit')

def settings = new File(basedir, 'global-settings.xml')
settings.text = settings.text.replace('${proxy.port}', proxy.port() as String)
context.get('userProperties').put('models.endpoint', standIn.hub.endpoint())
context.put('hub', standIn.hub)
context.put('proxy', proxy)
return true
