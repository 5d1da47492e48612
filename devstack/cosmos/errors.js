"use strict";
// Errors with the bodies of the real service.

const NAMES = {
  304: "NotModified",
  400: "BadRequest",
  404: "NotFound",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "RequestEntityTooLarge",
  501: "NotImplemented",
};

class CosmosError extends Error {
  constructor(status, message, substatus = 0) {
    super(message);
    this.status = status;
    this.substatus = substatus;
  }

  body(activityId) {
    const code = NAMES[this.status] || "InternalServerError";
    return { code, message: `Message: {"Errors":[${JSON.stringify(this.message)}]}\r\nActivityId: ${activityId}` };
  }
}

const itemNotFound = () =>
  new CosmosError(404, "Resource Not Found. Learn more: https://aka.ms/cosmosdb-tsg-not-found");
/** 1003: the collection of a document operation does not exist. */
const ownerNotFound = () => new CosmosError(404, "Owner resource does not exist", 1003);

module.exports = { CosmosError, itemNotFound, ownerNotFound };
