import { request, type BuiltInFolder } from './request-spec.ts';

export const USERS: BuiltInFolder = {
  id: 'user',
  name: 'User',
  requests: [
    request({
      id: 'get-me',
      name: 'Get the authenticated user',
      path: '/me',
      about: 'Whose key it is, and how much of each limit is used up. The quickest way to check a key.',
      fields: {
        'user.teamId': '0 for somebody without a team.',
        'user.roles': 'What the user may do in the team.',
        'operations[].name': 'The limit; api_usage is the calls of this month.',
        'operations[].limit': 'How much a month allows; 99999999 stands for no limit.',
        'operations[].usage': 'How much of it is used up.',
        'operations[].overage': 'How much was used beyond it.',
      },
    }),
    request({
      id: 'list-users',
      name: 'List the team’s users',
      path: '/users',
      about: 'Everybody in the team with their roles. Turns the numbers in other answers into names.',
      fields: {
        'data[].id': 'The number that owner, createdBy and userId hold elsewhere.',
        'data[].roles': 'Such as admin, billing or user.',
        'data[].joinedAt': 'Since when they are in the team.',
      },
    }),
    request({
      id: 'get-user',
      name: 'Get a user of the team',
      path: '/users/{{userId}}',
      about: 'One user. Put the number from the list in place of {{userId}}.',
    }),
  ],
};
