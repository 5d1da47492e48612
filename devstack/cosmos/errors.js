"use strict";
// Errors with the status, sub-status and JSON body of the real service.

const CODES = {
  400: "BadRequest",
  404: "NotFound",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "RequestEntityTooLarge",
  503: "ServiceUnavailable",
};

const SUBSTATUS = {
  partitionKeyMismatch: 1001,
  ownerNotFound: 1003,
  containerRecreated: 1024,
  patchConditionNotMet: 1110,
};

class CosmosError extends Error {
  constructor(status, message, { substatus = 0, charge = 1 } = {}) {
    super(message);
    this.status = status;
    this.substatus = substatus;
    this.charge = charge;
  }

  get details() {
    return JSON.stringify({ Errors: [this.message] });
  }

  body(activityId) {
    return {
      code: CODES[this.status] ?? "InternalServerError",
      message: `Message: ${this.details}\r\nActivityId: ${activityId}`,
    };
  }
}

/** What the query compiler refuses: the details have a shape of their own. */
class QueryError extends CosmosError {
  constructor(message, code, location) {
    super(400, message);
    this.problem = { severity: "Error", ...(location && { location }), code, message };
  }

  get details() {
    return JSON.stringify({ errors: [this.problem] });
  }
}

const badRequest = (message, options) => new CosmosError(400, message, options);
const notFound = () => new CosmosError(404, "Resource Not Found. Learn more: https://aka.ms/cosmosdb-tsg-not-found");
/** The database or container of an operation does not exist: told apart from a missing item by the sub-status. */
const ownerNotFound = () =>
  new CosmosError(404, "Owner resource does not exist", { substatus: SUBSTATUS.ownerNotFound });
const conflict = () =>
  new CosmosError(409, "Resource with specified id or name already exists. Learn more: https://aka.ms/cosmosdb-tsg-conflict", {
    charge: 1.24,
  });
const preconditionFailed = (substatus = 0) =>
  new CosmosError(412, "One of the specified pre-condition is not met. Learn more: https://aka.ms/cosmosdb-tsg-precondition-fail", {
    substatus,
    charge: 1.24,
  });
const tooLarge = () => new CosmosError(413, "Request size is too large");

module.exports = {
  CosmosError,
  QueryError,
  SUBSTATUS,
  badRequest,
  conflict,
  notFound,
  ownerNotFound,
  preconditionFailed,
  tooLarge,
};
