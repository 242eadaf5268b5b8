package io.gatehouse.session.subjecttoken;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a redeemed token stands for.
 *
 * @param context what the issuer wants scripts to know
 * @param creatorId the person or application that issued it
 */
public record SubjectToken(String userId, ObjectNode context, String creatorId) {}
