package dev.larder.testkit.hub;

import okhttp3.Headers;

/**
 * A permission to read a file from the CDN.
 *
 * @param signature what names it
 * @param path where the file is on the CDN
 * @param headers what the CDN's answer has to carry besides its own
 */
record SignedUrl(String signature, String path, HubFile file, Headers headers) {}
