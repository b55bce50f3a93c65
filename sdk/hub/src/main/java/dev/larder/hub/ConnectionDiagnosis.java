package dev.larder.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/**
 * Finds out why there is no connection, and what to do about it.
 *
 * @param url what is asked
 * @param route how it is reached
 */
record ConnectionDiagnosis(HttpUrl url, Proxy route) {

  /** What OkHttp says where a proxy makes no tunnel. */
  private static final Pattern NO_TUNNEL =
      Pattern.compile("Unexpected response code for CONNECT: ([0-9]{3})");

  /** What OkHttp says where a proxy that it knows nothing of asks for a password. */
  private static final String UNNAMED_PROXY = "HTTP_PROXY_AUTH (407)";

  private static final String NAME_PROXY =
      "name the proxy with its user and password as <proxy> in settings.xml, for a build, or have"
          + " whoever runs it let this address through";

  private static final String CHECK_SERVER =
      "check the address and the network; if one gets out of it through a proxy, name that: in a"
          + " build as <proxy> in settings.xml, elsewhere by -Dhttps.proxyHost and"
          + " -Dhttps.proxyPort";

  private static final String CHECK_PROXY =
      "check the proxy that is named in settings.xml, or by -Dhttps.proxyHost and"
          + " -Dhttps.proxyPort";

  /** The fault with its remedy; the fault itself where it is not about connecting. */
  IOException of(IOException fault) {
    if (fault instanceof SSLException tls) {
      return new TlsDiagnosis(url.host()).of(tls);
    }
    if (fault instanceof UnknownHostException) {
      return noWay("the name of %s is not known here".formatted(peerName()), fault);
    }
    if (isTimeoutOfConnecting(fault)) {
      return noWay("%s does not answer in time".formatted(peer()), fault);
    }
    if (isRefused(fault)) {
      return noWay("%s refuses the connection".formatted(peer()), fault);
    }
    if (isUnreachable(fault)) {
      return noWay("there is no way from here to " + peer(), fault);
    }
    if (says(fault, UNNAMED_PROXY)) {
      return ConnectionFault.lasting(
          "HTTP 407, a proxy that nobody named stands before %s and wants user and password"
              .formatted(url.host()),
          NAME_PROXY,
          fault);
    }
    Matcher noTunnel = NO_TUNNEL.matcher(String.valueOf(fault.getMessage()));
    return noTunnel.find() ? noTunnel(Integer.parseInt(noTunnel.group(1)), fault) : fault;
  }

  private ConnectionFault noWay(String problem, IOException fault) {
    return ConnectionFault.passing(problem, isProxied() ? CHECK_PROXY : CHECK_SERVER, fault);
  }

  private ConnectionFault noTunnel(int status, IOException fault) {
    String problem = "%s does not connect to %s: HTTP %d".formatted(peer(), url.host(), status);
    return status < 500
        ? ConnectionFault.lasting(
            problem,
            "have whoever runs the proxy let %s through, or name another proxy"
                .formatted(url.host()),
            fault)
        : ConnectionFault.passing(
            problem, "check the address, and whether the proxy can reach it", fault);
  }

  private boolean isProxied() {
    return route.type() != Proxy.Type.DIRECT;
  }

  private String peerName() {
    return isProxied()
        ? "the proxy " + ((InetSocketAddress) route.address()).getHostString()
        : url.host();
  }

  private String peer() {
    int port = isProxied() ? ((InetSocketAddress) route.address()).getPort() : url.port();
    return peerName() + ":" + port;
  }

  private static boolean isTimeoutOfConnecting(IOException fault) {
    return fault instanceof SocketTimeoutException && says(fault, "onnect timed out");
  }

  private static boolean isRefused(IOException fault) {
    return fault instanceof ConnectException && says(fault, "Connection refused");
  }

  private static boolean isUnreachable(IOException fault) {
    return fault instanceof NoRouteToHostException
        || (fault instanceof SocketException && says(fault, "unreachable"));
  }

  /** Java has one exception for many faults, and OkHttp puts another around some. */
  private static boolean says(IOException fault, String text) {
    Throwable cause = fault.getCause();
    return String.valueOf(fault.getMessage()).contains(text)
        || (cause != null && String.valueOf(cause.getMessage()).contains(text));
  }
}
