package com.acme;

/** Needs no model. */
class Plain {}
